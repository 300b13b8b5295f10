package org.cyberreadiness.batch.inventory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cyberreadiness.batch.resource.OwnFiles;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Rules;
import org.cyberreadiness.batch.validation.Source;

/**
 * Cover beyond the vendor's support: the central agreements and what organisations buy themselves.
 */
public final class SupportCoverSource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
            "support-cover",
            "Support cover",
            null,
            "Which agreement covers an old product at an organisation, from when to when.",
            List.of(
                Columns.odsCode("ods_code", "Organisation").required(),
                Columns.word("product", "Product as people write it: all its releases", products())
                    .required(),
                Columns.text("agreement", "Agreement, such as Custom Support Agreement").required(),
                Columns.isoDate("covered_from", "First day of cover").required(),
                Columns.isoDate("covered_to", "Last day of cover; empty: open")),
            List.of(
                Layout.csvOf(
                    "our own", "ods_code", "product", "agreement", "covered_from", "covered_to")),
            Source.AsAt.ofFile())
        .withRules(
            Rules.notBefore(
                "covered_from",
                "covered_to",
                (from, to) -> "Cover ends on " + to + ", before it begins on " + from + "."));
  }

  /** Products are policy data: systems of policy/os_platform.csv and policy/server_software.csv. */
  private static Map<String, String> products() {
    Map<String, String> products = new LinkedHashMap<>();
    OwnFiles.text("policy/os_platform.csv")
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1)[1])
        .forEach(product -> products.put(product, product));
    OwnFiles.text("policy/server_software.csv")
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1)[2])
        .forEach(product -> products.put(product, product));
    Map<String, String> more = new LinkedHashMap<>(products);
    products.keySet().stream()
        .filter(product -> product.startsWith("SQL Server"))
        .forEach(product -> more.put("Microsoft " + product, product));
    products.keySet().stream()
        .filter(product -> product.toLowerCase(Locale.ROOT).startsWith("windows"))
        .forEach(product -> more.put("Microsoft " + product, product));
    return more;
  }
}
