package org.cyberreadiness.dashboard.national;

import java.util.List;
import java.util.Map;
import org.cyberreadiness.dashboard.national.NationQueries.OrganisationKind;
import org.jspecify.annotations.Nullable;

/**
 * The organisations that the page is about: one type, or all of England.
 *
 * @param type null for all
 * @param one what one of them is called, such as 'trust'
 */
record Group(@Nullable String type, String one, String many) {

  static final String ALL = "all";
  static final String USUAL = "trust";
  static final Group ENGLAND = new Group(null, "organisation", "organisations");

  /**
   * The type that the address asks for; trusts where it asks for none, all where there are none.
   */
  static Group asked(String type, List<OrganisationKind> kinds) {
    return kinds.stream()
        .filter(kind -> kind.type().equals(type))
        .findFirst()
        .map(kind -> new Group(kind.type(), kind.one(), kind.many()))
        .orElse(ENGLAND);
  }

  String kind() {
    return type == null ? "england" : "type";
  }

  String code() {
    return type == null ? "ENGLAND" : type;
  }

  Map<String, String> markers() {
    return Map.of("group_kind", kind(), "group_code", code());
  }
}
