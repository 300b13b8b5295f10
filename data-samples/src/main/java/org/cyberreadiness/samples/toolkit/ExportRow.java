package org.cyberreadiness.samples.toolkit;

/** One organisation in an export, as text. */
record ExportRow(
    String code,
    String name,
    String status,
    String publishedOn,
    String sector,
    String commissioner) {}
