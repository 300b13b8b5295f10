package org.cyberreadiness.dashboard.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the terminal why the demo does not start, without a stack trace. */
class DemoOnRealDataAnalyzer extends AbstractFailureAnalyzer<DemoOnRealDataException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, DemoOnRealDataException cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Start without the profile 'demo', or give it a data folder that holds only made-up files.",
        cause);
  }
}
