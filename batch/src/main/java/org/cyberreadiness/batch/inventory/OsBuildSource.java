package org.cyberreadiness.batch.inventory;

import java.util.List;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Source;

/** Builds of operating systems as they are released, for patching. */
public final class OsBuildSource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
        "os-builds",
        "Builds of operating systems",
        60,
        "Which build of a release came out on which day, and whether it fixes critical flaws.",
        List.of(
            Columns.text("os_platform", "Operating system, such as Windows10").required(),
            Columns.text("version", "Release, such as 22H2; empty where the system has none"),
            AgentColumns.build("build", "Build, such as 19045.3570").required(),
            Columns.isoDate("released_on", "Day it came out").required(),
            Columns.yesNo("critical", "Whether it fixes critical flaws").required()),
        List.of(
            Layout.csvOf("our own", "os_platform", "version", "build", "released_on", "critical")),
        Source.AsAt.ofFileOrLargest("released_on"));
  }
}
