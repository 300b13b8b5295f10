package org.cyberreadiness.batch.companion;

import java.util.List;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Rules;
import org.cyberreadiness.batch.validation.Source;

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
                Columns.odsCode("ods_code", "Organisation").required(),
                Columns.isoDate("in_scope_from", "First day in scope").required(),
                Columns.isoDate("in_scope_to", "Last day in scope; empty: still")),
            List.of(Layout.csvOf("our own", "ods_code", "in_scope_from", "in_scope_to")),
            Source.AsAt.ofFile())
        .withRules(
            Rules.notBefore(
                "in_scope_from",
                "in_scope_to",
                (from, to) -> "In scope to " + to + ", before it begins on " + from + "."));
  }
}
