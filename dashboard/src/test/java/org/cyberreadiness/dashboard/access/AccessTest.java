package org.cyberreadiness.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.router.Route;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cyberreadiness.dashboard.DashboardApplication;
import org.cyberreadiness.dashboard.snapshot.MadeUpSnapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

class AccessTest {

  @TempDir static Path data;
  private static ConfigurableApplicationContext application;
  private static String base;

  @BeforeAll
  static void start() {
    MadeUpSnapshot.publish(data, "made-up", true, MadeUpSnapshot.smallNation());
    application =
        new SpringApplicationBuilder(DashboardApplication.class)
            .profiles("demo")
            .run("--server.port=0", "--server.address=127.0.0.1", "--readiness.data=" + data);
    base = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  private static HttpClient person() {
    return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  }

  private static HttpResponse<String> get(HttpClient person, String path) throws Exception {
    return person.send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Accept", "text/html,*/*;q=0.8")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> signIn(HttpClient person, String name, String password)
      throws IOException, InterruptedException {
    try {
      String page = get(person, "/sign-in").body();
      String token = page.replaceAll("(?s).*name=\"_csrf\" content=\"([^\"]+)\".*", "$1");
      String form =
          "username=%s&password=%s&_csrf=%s"
              .formatted(name, password, URLEncoder.encode(token, StandardCharsets.UTF_8));
      return person.send(
          HttpRequest.newBuilder(URI.create(base + "/sign-in"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> routes() throws ClassNotFoundException {
    var views = new ClassPathScanningCandidateComponentProvider(false);
    views.addIncludeFilter(new AnnotationTypeFilter(Route.class));
    List<String> routes = new ArrayList<>();
    for (var view : views.findCandidateComponents("org.cyberreadiness.dashboard")) {
      Route route = Class.forName(view.getBeanClassName()).getAnnotation(Route.class);
      if (!route.value().equals(SignInView.ROUTE)) {
        routes.add("/" + route.value().replaceAll(":[a-z]+[?*]?", "XA1"));
      }
    }
    return routes;
  }

  @Test
  void theAnonymousAreSentToSignInFromEveryPage() throws Exception {
    List<String> all = new ArrayList<>(routes());
    assertThat(all).contains("/");
    all.addAll(
        List.of(
            "/no-such-page", "/api/v1/trend", "/actuator", "/actuator/env", "/VAADIN/dynamic/x"));
    for (String route : all) {
      HttpResponse<String> answer = get(person(), route);
      assertThat(answer.statusCode()).as(route).isIn(302, 401, 403);
      answer
          .headers()
          .firstValue("Location")
          .ifPresent(to -> assertThat(to).as(route).endsWith("/sign-in"));
    }
  }

  @Test
  void signInItsAssetsAndHealthAreOpen() throws Exception {
    for (String open :
        List.of(
            "/sign-in",
            "/theme/readiness.css",
            "/aura/aura.css",
            "/shell/frame.js",
            "/actuator/health")) {
      assertThat(get(person(), open).statusCode()).as(open).isEqualTo(200);
    }
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() throws Exception {
    HttpClient person = person();
    signIn(person, "lead", "demo");
    for (String path : List.of("/sign-in", "/", "/theme/readiness.css")) {
      var headers = get(person, path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("frame-ancestors 'none'");
      assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
      assertThat(headers.firstValue("X-Frame-Options")).as(path).contains("DENY");
      assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("same-origin");
    }
  }

  @Test
  void eachDemoUserComesIn() throws Exception {
    for (DemoUser user : DemoUser.ALL) {
      HttpClient person = person();
      assertThat(signIn(person, user.name(), "demo").headers().firstValue("Location").orElse(""))
          .as(user.name())
          .doesNotContain("sign-in");
      assertThat(get(person, "/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void afterFiveWrongPasswordsThereIsAPause() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(signIn(person(), "nobody", "wrong").headers().firstValue("Location").orElse(""))
          .endsWith("/sign-in?error");
    }
    assertThat(signIn(person(), "nobody", "wrong").headers().firstValue("Location").orElse(""))
        .endsWith("/sign-in?wait");
    assertThat(signIn(person(), "analyst", "demo").headers().firstValue("Location").orElse(""))
        .as("others at the same address still come in")
        .doesNotContain("sign-in");
  }

  @Test
  void theDemoRefusesToStartOnRealData(@TempDir Path real) {
    MadeUpSnapshot.publish(real, "real", false);
    assertThatThrownBy(
            () ->
                new SpringApplicationBuilder(DashboardApplication.class)
                    .profiles("demo")
                    .run(
                        "--server.port=0", "--server.address=127.0.0.1", "--readiness.data=" + real)
                    .close())
        .hasStackTraceContaining("The demo refuses snapshot real: it is not made up");
  }
}
