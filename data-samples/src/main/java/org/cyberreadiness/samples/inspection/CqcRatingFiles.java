package org.cyberreadiness.samples.inspection;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/**
 * CQC's latest ratings, both sheets as CSV, as they were in some months; those of August did not
 * come. An organisation's own rating is the row with group and domain Overall; hospitals also have
 * rows for their services.
 */
public final class CqcRatingFiles {
  private static final List<LocalDate> TAKEN =
      List.of(LocalDate.of(2023, 9, 1), LocalDate.of(2024, 3, 1), LocalDate.of(2024, 7, 1));
  private static final int TAKEN_OF_A_LARGE_NATION = 2;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

  private static final String PROVIDER_HEADER =
      "Provider ID,Provider ODS Code,Provider Name,Provider Type,"
          + "Provider Primary Inspection Category,Provider Street Address,Provider Address Line 2,"
          + "Provider City,Provider Post Code,Provider Local Authority,Provider Region,"
          + "Provider NHS Region,Service / Population Group,Domain,Latest Rating,Publication Date,"
          + "Report Type,Inherited Rating (Y/N),URL,Brand ID,Brand Name";

  private static final String LOCATION_HEADER =
      "Location ID,Location ODS Code,Location Name,Care Home?,Location Type,"
          + "Location Primary Inspection Category,Location Street Address,Location Address Line 2,"
          + "Location City,Location Post Code,Location Local Authority,Location Region,"
          + "Location NHS Region,Location ONSPD CCG Code,Location ONSPD CCG,"
          + "Location Commissioning CCG Code,Location Commissioning CCG Name,"
          + "Service / Population Group,Domain,Latest Rating,Publication Date,Report Type,"
          + "Inherited Rating (Y/N),URL,Provider ID,Provider Name,Brand ID,Brand Name";

  private final Nation nation;
  private final CqcRatings ratings;

  public CqcRatingFiles(Nation nation) {
    this.nation = nation;
    this.ratings = new CqcRatings(nation);
  }

  public List<Delivery> deliveries() {
    List<Delivery> deliveries = new ArrayList<>();
    String ending = ".csv" + nation.scale().ending();
    int skipped = nation.scale().isLarge() ? TAKEN.size() - TAKEN_OF_A_LARGE_NATION : 0;
    for (LocalDate day : TAKEN.subList(skipped, TAKEN.size())) {
      String folder = "cqc-ratings/" + day + "/Latest_ratings_";
      deliveries.add(
          new Delivery(folder + "Providers" + ending, text -> writeProviders(text, day)));
      deliveries.add(
          new Delivery(folder + "Locations" + ending, text -> writeLocations(text, day)));
    }
    return deliveries;
  }

  private void writeProviders(Text text, LocalDate day) throws IOException {
    text.line(PROVIDER_HEADER);
    for (Organisation one : open(CqcPlaces::isProvider, day)) {
      boolean trust = one.kind().isTrust();
      boolean individual = !trust && nation.chance("cqc-kind", one.code()).happens(0.02);
      String ownType = trust ? "NHS Healthcare Organisation" : "Organisation";
      for (CqcRatings.Rating rating : ratings.of(one, List.of("Overall"), day)) {
        text.row(
            CqcPlaces.providerId(one.code()),
            one.code(),
            individual ? "Example individual " + one.code() : one.name(),
            individual ? "Individual" : ownType,
            CqcPlaces.category(one.kind()),
            "Example House",
            "",
            one.place(),
            "ZZ1 1ZZ",
            one.icb().area(),
            CqcPlaces.region(one),
            one.icb().region().name(),
            rating.group(),
            rating.domain(),
            rating.words(),
            DATE.format(rating.publishedOn()),
            "Provider",
            "N",
            "https://cqc.example/provider/" + CqcPlaces.providerId(one.code()),
            "",
            "");
      }
    }
  }

  private void writeLocations(Text text, LocalDate day) throws IOException {
    text.line(LOCATION_HEADER);
    for (Organisation one : open(CqcPlaces::isLocation, day)) {
      String provider = one.parent().isEmpty() ? one.code() : one.parent();
      for (CqcRatings.Rating rating : ratings.of(one, CqcRatings.groups(one.kind()), day)) {
        text.row(
            "2-" + one.code(),
            one.code(),
            one.name(),
            one.kind() == Kind.CARE_SITE ? "Y" : "N",
            one.kind().isTrust() ? "NHS Healthcare Organisation" : "Independent Organisation",
            CqcPlaces.category(one.kind()),
            "Example House",
            "",
            one.place(),
            "ZZ1 1ZZ",
            one.icb().area(),
            CqcPlaces.region(one),
            one.icb().region().name(),
            "",
            "",
            one.commissioner(),
            "",
            rating.group(),
            rating.domain(),
            rating.words(),
            DATE.format(rating.publishedOn()),
            "Location",
            "N",
            "https://cqc.example/location/2-" + one.code(),
            CqcPlaces.providerId(provider),
            nation.organisation(provider).name(),
            "",
            "");
      }
    }
  }

  private List<Organisation> open(Predicate<Kind> kind, LocalDate day) {
    return nation.organisations(kind).filter(one -> one.isOpenOn(day)).toList();
  }
}
