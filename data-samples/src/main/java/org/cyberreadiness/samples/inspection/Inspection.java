package org.cyberreadiness.samples.inspection;

import java.time.LocalDate;
import org.cyberreadiness.samples.nation.Organisation;

/** One cyber inspection and why this organisation was chosen. */
record Inspection(
    String id,
    Organisation organisation,
    LocalDate inspectedOn,
    String kind,
    String selection,
    LocalDate publishedOn) {}
