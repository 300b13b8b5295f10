package org.cyberreadiness.batch.organisation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.RejectReason;
import org.cyberreadiness.batch.validation.Rules;
import org.cyberreadiness.batch.validation.Source;
import org.cyberreadiness.batch.validation.UnreadableValue;

/**
 * ODS organisation lists: 27 columns without header, one file a kind; and the look-up of boards.
 */
public final class OdsSource implements DeclaresSource {
  private static final List<String> KINDS =
      List.of(
          "etr",
          "ect",
          "eccg",
          "epraccur",
          "edispensary",
          "egdpprac",
          "ecarehomehq",
          "ecarehomesite",
          "eother",
          "ecsu");

  @Override
  public Source source() {
    return Source.of(
            "ods",
            "ODS organisation lists",
            366,
            "Which organisations exist, of what kind, where, and from when to when.",
            List.of(
                Columns.odsCode("code", "ODS code").required(),
                Columns.text("name", "Name, often in capitals").required(),
                Columns.word(
                    "kind", "File it stands in, which says its kind", KINDS.toArray(new String[0])),
                Columns.odsCode("region_code", "NHS region, such as Y56; W00 is Wales"),
                Columns.text("region_name", "Name of the region (look-up of boards only)")
                    .incidental(),
                Columns.odsCode("icb_code", "Integrated care board, such as QHM"),
                Columns.text("icb_name", "Name of the board (look-up of boards only)").incidental(),
                Columns.date("opened_on", "Opening date", "uuuuMMdd"),
                Columns.date("closed_on", "Closing date; set means closed", "uuuuMMdd"),
                Columns.word(
                    "status", "A active, C closed, D dormant, P proposed", "A", "C", "D", "P"),
                Columns.odsCode("parent_code", "Parent organisation").incidental(),
                Columns.text("setting", "Prescribing setting; 4 is a GP practice")),
            List.of(
                Layout.positions(
                    "ODS list, 27 columns",
                    27,
                    "1",
                    "code",
                    "2",
                    "name",
                    "@kind",
                    "kind",
                    "3",
                    "region_code",
                    "4",
                    "icb_code",
                    "11",
                    "opened_on",
                    "12",
                    "closed_on",
                    "13",
                    "status",
                    "15",
                    "parent_code",
                    "26",
                    "setting"),
                Layout.csv(
                    "look-up of sub-ICB, ICB and region",
                    "~sicbl\\d\\dcdh",
                    "code",
                    "~sicbl\\d\\dnm",
                    "name",
                    "~icb\\d\\dcdh",
                    "icb_code",
                    "~icb\\d\\dnm",
                    "icb_name",
                    "~nhser\\d\\dcdh",
                    "region_code",
                    "~nhser\\d\\dnm",
                    "region_name")),
            Source.AsAt.ofFile())
        .withNames(OdsSource::kindOf)
        .withRules(
            Rules.notBefore(
                "opened_on",
                "closed_on",
                (from, to) -> "Closed on " + to + ", before it opened on " + from + "."));
  }

  private static Map<String, String> kindOf(String fileName) throws UnreadableValue {
    String name = fileName.toLowerCase(Locale.ROOT);
    for (String kind : KINDS) {
      if (name.startsWith(kind)
          && (name.length() == kind.length() || !Character.isLetter(name.charAt(kind.length())))) {
        return Map.of("kind", kind);
      }
    }
    throw new UnreadableValue(
        RejectReason.UNKNOWN_WORD, "a name that begins with one of: " + String.join(", ", KINDS));
  }
}
