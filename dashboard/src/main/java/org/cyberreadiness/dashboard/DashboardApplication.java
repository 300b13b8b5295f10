package org.cyberreadiness.dashboard;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the dashboard: {@code --readiness.data=DIR --server.port=N}, profile {@code demo} for the
 * four demo users.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("theme/readiness.css")
public class DashboardApplication implements AppShellConfigurator {

  private static final long serialVersionUID = 1;

  public static void main(String[] args) {
    SpringApplication.run(DashboardApplication.class, args);
  }

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.setViewport("width=device-width, initial-scale=1");
    settings.addMetaTag("color-scheme", "light dark");
    settings.addFavIcon("icon", "theme/icon.svg", "any");
  }
}
