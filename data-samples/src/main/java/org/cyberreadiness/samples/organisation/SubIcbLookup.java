package org.cyberreadiness.samples.organisation;

import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import org.cyberreadiness.samples.nation.Icb;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.nation.Region;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/**
 * The lookup from sub-ICB to ICB to region, the only file that names ICBs and regions. Its column
 * names carry the year, and its E-codes are re-issued from year to year, so that they are no keys.
 */
public final class SubIcbLookup {
  private static final List<YearMonth> TAKEN =
      List.of(YearMonth.of(2019, 2), YearMonth.of(2022, 7), YearMonth.of(2023, 4));

  private final Nation nation;

  public SubIcbLookup(Nation nation) {
    this.nation = nation;
  }

  public List<Delivery> deliveries() {
    return TAKEN.stream()
        .map(
            month ->
                new Delivery(
                    "ods/sub_icb_to_icb_to_region_" + month + ".csv", text -> write(text, month)))
        .toList();
  }

  private void write(Text text, YearMonth month) throws IOException {
    int year = month.getYear() % 100;
    text.byteOrderMark();
    text.line(
        "SICBLyyCD,SICBLyyCDH,SICBLyyNM,ICByyCD,ICByyCDH,ICByyNM,NHSERyyCD,NHSERyyCDH,NHSERyyNM,ObjectId"
            .replace("yy", Integer.toString(year)));
    int number = 0;
    for (Organisation subIcb : nation.organisations(Kind.SUB_ICB::equals).toList()) {
      if (subIcb.isOpenOn(month.atEndOfMonth())) {
        number++;
        Icb icb = nation.asOn(subIcb, month.atEndOfMonth()).icb();
        text.row(
            "E38" + (990000 + year * 100 + number),
            subIcb.code(),
            subIcb.name(),
            "E54" + (990000 + nation.icbs().indexOf(icb) + year),
            icb.code(),
            icb.name(),
            "E40" + (990000 + Region.ALL.indexOf(icb.region())),
            icb.region().code(),
            icb.region().name(),
            number);
      }
    }
  }
}
