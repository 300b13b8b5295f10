package org.cyberreadiness.samples.nation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cyberreadiness.samples.chance.Chance;

/** The names that are taken; nobody bears another's. */
final class NameBook {
  private static final int TRIES = 60;
  private static final double WITHOUT_STREET = 0.4;

  private final Set<String> taken = new HashSet<>();

  /** A name after the town, often a street, and what it is. */
  String of(Kind kind, String place, List<String> nouns, Chance chance) {
    List<String> tries = new ArrayList<>();
    for (int i = 0; i < TRIES; i++) {
      boolean plain = i == 0 && chance.happens(WITHOUT_STREET);
      String street = plain ? "" : " " + chance.pick(Words.STREETS);
      String wales = kind == Kind.WELSH_PRACTICE ? "Llan-" : "";
      tries.add(wales + place + street + " Example " + chance.pick(nouns));
    }
    return unused(tries);
  }

  /** The first name that nobody bears yet; where all are taken, the last with a number. */
  String unused(List<String> tries) {
    for (String name : tries) {
      if (taken.add(name)) {
        return name;
      }
    }
    String last = tries.getLast();
    int number = 2;
    while (!taken.add(last + " " + number)) {
      number++;
    }
    return last + " " + number;
  }
}
