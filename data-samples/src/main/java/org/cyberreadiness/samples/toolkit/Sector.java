package org.cyberreadiness.samples.toolkit;

import org.cyberreadiness.samples.nation.Kind;

/**
 * A sector as organisations declare it, and how its organisations fare. The share that publishes is
 * the real one of September 2022, edition 21/22.
 *
 * @param published share of its organisations that publish an edition by September
 * @param exceeded share of those that exceed the standard
 * @param approaching share of those that fall short of it
 */
public record Sector(
    String label, String label2019, double published, double exceeded, double approaching) {

  public static Sector of(Kind kind) {
    return switch (kind) {
      case TRUST, CARE_TRUST, WELSH_TRUST -> new Sector("NHS Trust", "NHS Trust", 0.99, 0.07, 0.30);
      case ICB, SUB_ICB ->
          new Sector(
              "CCG / Integrated Care Board (ICB)",
              "Clinical Commissioning Group (CCG)",
              0.97,
              0.20,
              0.02);
      case CSU ->
          new Sector(
              "Commissioning Support Unit (CSU)",
              "Commissioning Support Unit (CSU)",
              0.99,
              0.60,
              0);
      case GP_PRACTICE, WELSH_PRACTICE, COST_CENTRE ->
          new Sector("General Practice (GP)", "General Practice", 0.898, 0.06, 0);
      case PHARMACY -> new Sector("Pharmacy", "Pharmacy", 0.882, 0.05, 0);
      case DENTIST -> new Sector("Dentist", "Dentist", 0.775, 0.03, 0.01);
      case OPTICIAN -> new Sector("Optician", "Optician", 0.593, 0.03, 0);
      case CARE_HEAD_OFFICE, CARE_SITE ->
          new Sector("Social Care", "Care Home", 0.724, 0.053, 0.075);
      case LOCAL_AUTHORITY -> new Sector("Local Authority", "Local Authority", 0.808, 0.022, 0.084);
      case COMPANY -> new Sector("Company", "Company", 0.68, 0.05, 0.01);
    };
  }
}
