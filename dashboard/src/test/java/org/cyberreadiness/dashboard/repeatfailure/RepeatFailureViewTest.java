package org.cyberreadiness.dashboard.repeatfailure;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
class RepeatFailureViewTest extends SpringBrowserlessTest {

  @DynamicPropertySource
  static void publish(DynamicPropertyRegistry settings) throws IOException {
    Path data = Files.createTempDirectory("pages");
    MadeUpSnapshot.publish(data, "small", true, MadeUpSnapshot.smallNation());
    settings.add("readiness.data", data::toString);
  }

  private static void open(String address) {
    var location = new Location(address);
    UI.getCurrentOrThrow().navigate(location.getPath(), location.getQueryParameters());
  }

  private static <T extends Component> Stream<T> all(Class<T> kind) {
    return below(UI.getCurrentOrThrow()).filter(kind::isInstance).map(kind::cast);
  }

  private static Stream<Component> below(Component component) {
    return Stream.concat(
        Stream.of(component), component.getChildren().flatMap(RepeatFailureViewTest::below));
  }

  private static String heading() {
    return all(H1.class).findFirst().orElseThrow().getText();
  }

  private static List<RepeatFailureGrid.Row> rows() {
    return all(RepeatFailureGrid.class)
        .findFirst()
        .map(grid -> grid.getDataProvider().fetch(new Query<>(0, 50, null, null, null)).toList())
        .orElse(List.of());
  }

  @Test
  void theHeadingCountsWhoFailsAgainAndAgain() {
    open("repeat");
    assertThat(heading())
        .isEqualTo(
            "2 of 12 organisations fail again and again at one practice or more, 2 of them trusts");
    assertThat(rows()).extracting(RepeatFailureGrid.Row::odsCode).containsExactly("XA0", "XA1");
    assertThat(all(Grid.class)).hasSize(1);
  }

  @Test
  void aRowSaysHowLongAndHowItsPeersDo() {
    open("repeat?practice=toolkit&type=trust");
    var row = rows().getFirst();
    assertThat(row.numberInWords())
        .isEqualTo("failed 2 editions in a row, since before 30 Jun 2021");
    assertThat(row.last()).isEqualTo("3 of 11 (27.3 %)");
    assertThat(row.strip()).hasSize(2);
  }

  @Test
  void nobodyIsDarkWhereAllWereAssessed() {
    open("repeat?list=dark");
    assertThat(heading()).startsWith("0 of 12 organisations have gone dark");
    assertThat(all(Paragraph.class).map(Paragraph::getText))
        .contains("Everything assessed before was assessed in its newest cycle too.");
  }

  @Test
  void asAtAnEarlierDayOnlyWhatWasKnownThenCounts() {
    open("repeat?as-at=2021-12-31");
    assertThat(heading()).isEqualTo("No organisation fails repeatedly at one practice or more");
  }
}
