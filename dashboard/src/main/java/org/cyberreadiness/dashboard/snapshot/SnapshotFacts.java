package org.cyberreadiness.dashboard.snapshot;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a snapshot says of itself.
 *
 * @param id its name, such as 2022-09-10-a1b2
 * @param night nothing known later is in it
 * @param synthetic true when every file behind it is made up
 * @param firstDay first day of which it knows anything
 */
public record SnapshotFacts(
    String id,
    LocalDate night,
    int schemaVersion,
    String policyVersion,
    Instant publishedAt,
    boolean synthetic,
    LocalDate firstDay) {}
