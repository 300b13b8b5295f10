package org.cyberreadiness.dashboard.national;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.QueryParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cyberreadiness.dashboard.DashboardApplication;
import org.cyberreadiness.dashboard.snapshot.MadeUpSnapshot;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = DashboardApplication.class)
@ActiveProfiles("demo")
@ViewPackages(packages = "org.cyberreadiness.dashboard")
@WithMockUser(username = "lead", roles = "LEAD")
class NationViewTest extends SpringBrowserlessTest {

  @DynamicPropertySource
  static void publish(DynamicPropertyRegistry settings) throws IOException {
    Path data = Files.createTempDirectory("nation");
    MadeUpSnapshot.publish(data, "small", true, MadeUpSnapshot.smallNation());
    settings.add("readiness.data", data::toString);
  }

  private static void open(Map<String, String> parameters) {
    UI.getCurrentOrThrow().navigate(NationView.class, QueryParameters.simple(parameters));
  }

  /** All components of a kind on the page, from top to bottom. */
  private static <T extends Component> Stream<T> all(Class<T> kind) {
    return below(UI.getCurrentOrThrow()).filter(kind::isInstance).map(kind::cast);
  }

  private static Stream<Component> below(Component component) {
    return Stream.concat(
        Stream.of(component), component.getChildren().flatMap(NationViewTest::below));
  }

  private static String heading() {
    return all(H1.class).findFirst().orElseThrow().getText();
  }

  private static List<String> links() {
    return all(Anchor.class).map(Anchor::getHref).toList();
  }

  @Test
  void theHeadingIsTheFinding() {
    open(Map.of());
    assertThat(heading())
        .isEqualTo("4 of 12 trusts are below the standard, 1 more than last edition");
  }

  @Test
  void aFigureLeadsToTheListBehindIt() {
    open(Map.of());
    assertThat(links())
        .contains(
            "organisations?practice=toolkit&outcome=not_met&type=trust&cycle=21/22",
            "repeat?type=trust");
  }

  @Test
  void anEarlierDayShowsWhatWasKnownThenAndLinksKeepIt() {
    open(Map.of("as-at", "2021-12-31"));
    assertThat(heading()).isEqualTo("3 of 12 trusts are below the standard");
    assertThat(links())
        .contains(
            "organisations?as-at=2021-12-31&practice=toolkit&outcome=not_met&type=trust&cycle=20/21");
  }

  @Test
  void beforeAnyDeadlineThereIsNoJudgement() {
    open(Map.of("as-at", "2021-07-01", "type", "pharmacy"));
    assertThat(heading()).startsWith("3 of 12 organisations are below the standard");
  }

  @Test
  void aDayThatIsNoneIsTheNewest() {
    open(Map.of("as-at", "yesterday"));
    assertThat(heading()).startsWith("4 of 12 trusts");
  }
}
