package org.cyberreadiness.batch.companion;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cyberreadiness.batch.validation.Column;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Finding;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.RejectReason;
import org.cyberreadiness.batch.validation.Source;
import org.cyberreadiness.batch.validation.TypedRow;

/** Who is an operator of essential services under the NIS Regulations. */
public final class NisScopeSource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
            "nis-scope",
            "NIS scope",
            366,
            "From when to when an organisation is an operator of essential services.",
            List.of(
                Column.odsCode("ods_code", "Organisation").required(),
                Column.isoDate("in_scope_from", "First day in scope").required(),
                Column.isoDate("in_scope_to", "Last day in scope; empty: still")),
            List.of(Layout.csvOf("our own", "ods_code", "in_scope_from", "in_scope_to")),
            Source.AsAt.ofFile())
        .withRules(NisScopeSource::endsAfterItBegins);
  }

  private static Optional<Finding> endsAfterItBegins(TypedRow row) {
    return row.value("in_scope_from") instanceof LocalDate from
            && row.value("in_scope_to") instanceof LocalDate to
            && to.isBefore(from)
        ? Optional.of(
            new Finding(
                "in_scope_to",
                RejectReason.CONTRADICTION,
                "In scope to " + to + ", before it begins on " + from + "."))
        : Optional.empty();
  }
}
