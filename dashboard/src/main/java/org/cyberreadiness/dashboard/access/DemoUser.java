package org.cyberreadiness.dashboard.access;

import java.util.List;

/** The people of the demo, and what each looks at. */
record DemoUser(String name, String role, String looksAt) {

  static final String PASSWORD = "demo";

  static final List<DemoUser> ALL =
      List.of(
          new DemoUser("lead", Role.LEAD, "where the nation stands, and what moved"),
          new DemoUser("planner", Role.PLANNER, "whom to inspect, and why them"),
          new DemoUser("analyst", Role.ANALYST, "the figures behind, to take away"),
          new DemoUser("operator", Role.OPERATOR, "what came in last night, what was refused"));
}
