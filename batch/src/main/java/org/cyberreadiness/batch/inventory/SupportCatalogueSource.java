package org.cyberreadiness.batch.inventory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cyberreadiness.batch.validation.Column;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Source;
import org.jspecify.annotations.Nullable;

/** End-of-support catalogue in the layout of endoflife.date: one file a product, named after it. */
public final class SupportCatalogueSource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
            "support-catalogue",
            "End-of-support catalogue",
            366,
            "Until when the vendor supports each release of a product.",
            List.of(
                Columns.text("product", "Product: the file's name").required(),
                Columns.text("cycle", "Release of the product").required(),
                Columns.text("label", "Release as people write it").incidental(),
                Columns.isoDate("released_on", "First day of the release").incidental(),
                dateOrFlag("ends_on", "Last day of vendor support; empty: no end announced"),
                Columns.text("end_stated", "The end as the file says it: a date, true or false")
                    .required(),
                dateOrFlag("extension_ends_on", "Last day of the paid extension; empty: none"),
                Columns.text("latest_build", "Newest build of the release").incidental()),
            List.of(
                Layout.json(
                    "endoflife.date",
                    "@product",
                    "product",
                    "cycle",
                    "cycle",
                    "releaseLabel",
                    "label",
                    "releaseDate",
                    "released_on",
                    "eol",
                    "ends_on",
                    "eol",
                    "end_stated",
                    "extendedSupport",
                    "extension_ends_on",
                    "latest",
                    "latest_build")),
            Source.AsAt.ofFile())
        .withNames(SupportCatalogueSource::productOf);
  }

  /** The layout says a date, or true or false where only the fact is known. */
  private static Column dateOrFlag(String name, String description) {
    Column date = Columns.isoDate(name, description);
    return date.parsedBy(
        "a date as yyyy-mm-dd, true or false",
        raw -> raw.equals("true") || raw.equals("false") ? noDate() : date.parser().parse(raw));
  }

  private static @Nullable Object noDate() {
    return null;
  }

  private static Map<String, String> productOf(String fileName) {
    String product = fileName.toLowerCase(Locale.ROOT);
    product = product.replaceFirst("\\.gz$", "").replaceFirst("\\.json$", "");
    return Map.of("product", product.replaceFirst("[-_. ]\\d{4}(-\\d{2}){1,2}$", ""));
  }
}
