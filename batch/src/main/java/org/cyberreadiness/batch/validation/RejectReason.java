package org.cyberreadiness.batch.validation;

import java.util.Locale;

/**
 * Why a row is set aside, or a value left out. The words for people stand in
 * snapshot/vocabulary/reject_reason.csv.
 */
public enum RejectReason {
  MISSING_VALUE,
  UNKNOWN_WORD,
  INVALID_DATE,
  INVALID_NUMBER,
  INVALID_CODE,
  FIELD_COUNT,
  MALFORMED,
  TOO_LONG,
  CONTRADICTION;

  /** The code as it stands in the snapshot. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
