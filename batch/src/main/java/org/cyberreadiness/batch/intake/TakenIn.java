package org.cyberreadiness.batch.intake;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cyberreadiness.batch.landing.FileId;
import org.cyberreadiness.batch.landing.FileResult;

/**
 * What a night's files of one source held, after their accepted rows were written.
 *
 * @param files what became of each file
 * @param rejected rows set aside, as {@code FileLedger.REJECTED_SCHEMA}; empty when none
 * @param findings values left out, as {@code FileLedger.FINDINGS_SCHEMA}; empty when none
 * @param toUndo files that turned out unfit after rows of them were written: those are to be taken
 *     out again
 */
public record TakenIn(
    List<FileResult> files,
    Optional<Dataset<Row>> rejected,
    Optional<Dataset<Row>> findings,
    List<FileId> toUndo) {}
