package org.cyberreadiness.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cyberreadiness.dashboard.DashboardApplication;
import org.cyberreadiness.dashboard.snapshot.MadeUpSnapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A person's walk through the dashboard in the system's browser, on the sample snapshot that the
 * batch published in the same build (system property {@code readiness.sample}); without it, on a
 * small made-up nation.
 */
class BrowserTest {

  private static final Path SAMPLE =
      Path.of(System.getProperty("readiness.sample", "../batch/target/sample")).toAbsolutePath();
  private static final Path SCREENSHOTS = Path.of("target/screenshots").toAbsolutePath();

  @TempDir static @Nullable Path small;
  private static @Nullable ConfigurableApplicationContext application;
  private static @Nullable Chromium chromium;
  private static String base = "";

  @BeforeAll
  static void start() {
    Optional<Path> executable = Chromium.find();
    assumeTrue(executable.isPresent(), Chromium.MISSING);
    Path data = SAMPLE;
    if (!Files.exists(SAMPLE.resolve("snapshots/CURRENT"))) {
      data = Objects.requireNonNull(small);
      MadeUpSnapshot.publish(data, "small", true, MadeUpSnapshot.smallNation());
    }
    var started =
        new SpringApplicationBuilder(DashboardApplication.class)
            .profiles("demo")
            .run("--server.port=0", "--server.address=127.0.0.1", "--readiness.data=" + data);
    application = started;
    base = "http://127.0.0.1:" + started.getEnvironment().getProperty("local.server.port");
    chromium = Chromium.start(executable.get());
    setDefaultAssertionTimeout(60_000);
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (application != null) {
      application.close();
    }
  }

  private static BrowserContext window(int width, ColorScheme scheme) {
    BrowserContext window =
        Objects.requireNonNull(chromium)
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, width < 500 ? 844 : 900)
                    .setColorScheme(scheme));
    window.setDefaultTimeout(60_000);
    return window;
  }

  private static Page signedIn(BrowserContext window, String user) {
    Page page = window.newPage();
    page.navigate(base + "/");
    page.waitForSelector("vaadin-login-form");
    page.fill("input[name=username]", user);
    page.fill("input[name=password]", "demo");
    page.press("input[name=password]", "Enter");
    page.waitForSelector("main h1");
    return page;
  }

  private static void open(Page page, String path) {
    page.navigate(base + "/" + path);
    page.waitForSelector("main h1");
  }

  /** The pages that this build has, one of each kind, found by following their links. */
  private static List<String> pages(Page page) {
    open(page, "");
    List<String> menu =
        page.locator("#menu a").all().stream()
            .map(link -> Objects.requireNonNullElse(link.getAttribute("href"), "."))
            .map(href -> href.equals(".") ? "" : href)
            .toList();
    return List.copyOf(menu);
  }

  @ParameterizedTest
  @CsvSource({"1440,LIGHT", "1440,DARK", "390,LIGHT", "390,DARK"})
  void everyPageIsWholeReadableAndPhotographed(int width, ColorScheme scheme) {
    List<String> problems = new ArrayList<>();
    String suffix = "-%d-%s".formatted(width, scheme.name().toLowerCase(Locale.ROOT));
    try (BrowserContext window = window(width, scheme)) {
      Page page = window.newPage();
      page.navigate(base + "/sign-in");
      page.waitForSelector("vaadin-login-form");
      photograph(page, "sign-in" + suffix);
      page.close();
      page = signedIn(window, "lead");
      for (String path : pages(page)) {
        open(page, path);
        problems.addAll(look(page, (path.isEmpty() ? "nation" : path.replace('/', '-')) + suffix));
      }
      open(page, "repeat");
      String organisation =
          page.locator("main a[href*='organisations/']").first().getAttribute("href");
      open(page, Objects.requireNonNull(organisation));
      problems.addAll(look(page, "organisation" + suffix));
      open(page, "organisations/no-such-code");
      problems.addAll(look(page, "not-found" + suffix));
    }
    assertThat(problems).isEmpty();
  }

  /** Photographs the page and lists what is wrong with it. */
  private static List<String> look(Page page, String name) {
    photograph(page, name);
    List<String> problems = new ArrayList<>();
    int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    int window = ((Number) page.evaluate("window.innerWidth")).intValue();
    if (wide > window) {
      problems.add("%s: %d pixels wide in a window of %d".formatted(name, wide, window));
    }
    new AxeBuilder(page)
            .withTags(
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
            .exclude("vaadin-connection-indicator")
            .analyze()
            .getViolations()
            .stream()
            .filter(rule -> !isGridCell(rule))
            .map(rule -> name + ": " + words(rule))
            .forEach(problems::add);
    return problems;
  }

  /** A grid cuts its last row where it scrolls, so that a cell there is small for the moment. */
  private static boolean isGridCell(Rule rule) {
    return rule.getId().equals("target-size")
        && rule.getNodes().stream()
            .allMatch(node -> String.valueOf(node.getHtml()).contains("vaadin-grid-cell"));
  }

  private static String words(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + " at "
        + rule.getNodes().stream().limit(3).map(node -> String.valueOf(node.getHtml())).toList();
  }

  private static void photograph(Page page, String name) {
    page.waitForFunction("document.fonts.status === 'loaded'");
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 500)))");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
  }

  @Test
  void aNumberLeadsToItsOrganisationsAndTheirFileAndLine() {
    try (BrowserContext window = window(1440, ColorScheme.LIGHT)) {
      Page page = signedIn(window, "lead");
      assertThat(page.locator("main h1")).containsText("below the standard");
      Locator figure = page.locator(".key-figure").first();
      String number = figure.locator(".figure").textContent();
      assumeTrue(
          page.locator("#menu a[href^='organisations']").count() > 0,
          "This build has no page of organisations");
      figure.click();
      page.waitForURL(Pattern.compile(".*/organisations\\?practice=toolkit.*"));
      assertThat(page.locator("main h1")).containsText(number);
      page.locator("main a[href*='organisations/']").first().click();
      page.waitForURL(Pattern.compile(".*/organisations/[^?]+.*"));
      assertThat(page.locator("main")).containsText(Pattern.compile("line [\\d,]+"));
    }
  }

  @Test
  void keysLeadToSearchAndTheListOfKeys() {
    try (BrowserContext window = window(1440, ColorScheme.LIGHT)) {
      Page page = signedIn(window, "lead");
      page.locator("main").focus();
      page.keyboard().press("?");
      assertThat(page.locator("#keys-help")).isVisible();
      page.keyboard().press("Escape");
      assertThat(page.locator("#keys-help")).isHidden();
      page.locator("main").focus();
      page.keyboard().press("/");
      page.keyboard().type("trust");
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*/organisations\\?q=trust.*"));
    }
  }

  @Test
  void theDayStandsInTheAddressAndTheThemeIsKept() {
    try (BrowserContext window = window(1440, ColorScheme.LIGHT)) {
      Page page = signedIn(window, "lead");
      open(page, "?as-at=2022-07-15");
      assertThat(page.locator(".page-foot")).containsText("as at 15 July 2022");
      page.locator(".theme-button").click();
      page.reload();
      page.waitForSelector("main h1");
      assertThat(page.locator("html")).hasAttribute("data-scheme", "dark");
    }
  }

  @Test
  void whoeverSignsOutIsOut() {
    try (BrowserContext window = window(1440, ColorScheme.LIGHT)) {
      Page page = signedIn(window, "operator");
      page.locator(".user-menu").click();
      page.getByText("Sign out").click();
      page.waitForSelector("vaadin-login-form");
      page.navigate(base + "/");
      page.waitForSelector("vaadin-login-form");
    }
  }
}
