package org.cyberreadiness.dashboard.access;

/** What a person does here; a user may hold several. The names stand in {@code @RolesAllowed}. */
public final class Role {

  public static final String LEAD = "LEAD";
  public static final String PLANNER = "PLANNER";
  public static final String ANALYST = "ANALYST";
  public static final String OPERATOR = "OPERATOR";

  static final String[] ALL = {LEAD, PLANNER, ANALYST, OPERATOR};

  private Role() {}
}
