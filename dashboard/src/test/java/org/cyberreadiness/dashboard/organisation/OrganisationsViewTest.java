package org.cyberreadiness.dashboard.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
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
class OrganisationsViewTest extends SpringBrowserlessTest {

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
        Stream.of(component), component.getChildren().flatMap(OrganisationsViewTest::below));
  }

  private static String heading() {
    return all(H1.class).findFirst().orElseThrow().getText();
  }

  private static List<OrganisationGrid.Row> rows() {
    return all(OrganisationGrid.class)
        .findFirst()
        .map(grid -> grid.getDataProvider().fetch(new Query<>(0, 50, null, null, null)).toList())
        .orElse(List.of());
  }

  @Test
  void theCountAboveEqualsTheRowsBelow() {
    open("organisations?practice=toolkit&outcome=not_met&type=trust&cycle=21/22");
    assertThat(heading())
        .isEqualTo("4 of 12 trusts did not meet ‘Toolkit return at the standard’ in 21/22");
    assertThat(rows()).hasSize(4);
    assertThat(all(OrganisationGrid.class).mapToInt(g -> g.getDataProvider().size(new Query<>())))
        .containsExactly(4);
  }

  @Test
  void aRowHasItsStripAndItsStreak() {
    open("organisations?q=XA0");
    assertThat(rows()).hasSize(1);
    var row = rows().getFirst();
    assertThat(row.organisation().name()).isEqualTo("Made-up Trust 0");
    assertThat(row.strip()).hasSize(2);
    assertThat(row.streakInWords()).isEqualTo("failed two editions in a row");
  }

  @Test
  void itIsFoundByAnyPartsOfItsName() {
    open("organisations?q=trust+made");
    assertThat(rows()).hasSize(12);
  }

  @Test
  void anEmptyListSaysWhatToDo() {
    open("organisations?q=nowhere");
    assertThat(rows()).isEmpty();
    assertThat(all(Paragraph.class).map(Paragraph::getText))
        .anyMatch(words -> words.contains("No code, name or former name contains ‘nowhere’"));
  }

  @Test
  void anEarlierDayShowsTheCycleThatHadEndedThen() {
    open("organisations?as-at=2021-12-31&outcome=not_met");
    assertThat(heading())
        .isEqualTo("3 of 12 organisations did not meet ‘Toolkit return at the standard’ in 20/21");
  }

  @Test
  void oneOrganisationIsJudgedInASentence() {
    open("organisations/xa0");
    assertThat(heading()).isEqualTo("Made-up Trust 0 repeatedly fails 1 of 1 assessed practice");
    open("organisations/XA9?tab=history");
    assertThat(heading()).isEqualTo("Made-up Trust 9 meets its one assessed practice");
  }

  @Test
  void everyTabOpens() {
    for (String tab : OrganisationTabs.NAMES.keySet()) {
      open("organisations/XA1?tab=" + tab);
      assertThat(heading()).startsWith("Made-up Trust 1 ");
    }
  }

  @Test
  void aCodeThatDoesNotExistIsAnsweredWithThoseNearIt() {
    open("organisations/XA99");
    assertThat(heading()).isEqualTo("No organisation has the code XA99");
    assertThat(all(Anchor.class).map(Anchor::getHref)).contains("organisations/XA9");
  }
}
