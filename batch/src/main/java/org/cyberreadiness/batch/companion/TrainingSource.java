package org.cyberreadiness.batch.companion;

import java.util.List;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Finding;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.RejectReason;
import org.cyberreadiness.batch.validation.Source;
import org.cyberreadiness.batch.validation.TypedRow;
import org.jspecify.annotations.Nullable;

/** Training returns: staff, and those trained in the last twelve months. */
public final class TrainingSource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
            "training",
            "Training returns",
            366,
            "How many of an organisation's staff were trained in the twelve months to a day.",
            List.of(
                Columns.odsCode("ods_code", "Organisation").required(),
                Columns.isoDate("period_end", "Last day of the twelve months").required(),
                Columns.whole("staff", "Staff", 0, 2_000_000).required(),
                Columns.whole(
                        "staff_trained_12m", "Of them, trained in twelve months", 0, 2_000_000)
                    .required()),
            List.of(
                Layout.csvOf("our own", "ods_code", "period_end", "staff", "staff_trained_12m")),
            Source.AsAt.ofFileOrLargest("period_end"))
        .withRules(TrainingSource::noMoreTrainedThanThereAre);
  }

  private static @Nullable Finding noMoreTrainedThanThereAre(TypedRow row) {
    return row.value("staff") instanceof Long staff
            && row.value("staff_trained_12m") instanceof Long trained
            && trained > staff
        ? new Finding(
            "staff_trained_12m",
            RejectReason.CONTRADICTION,
            trained + " staff are trained, but there are only " + staff + ".")
        : null;
  }
}
