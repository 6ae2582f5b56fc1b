package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.report.RowResult;
import java.util.List;
import java.util.Set;

/** One or more rows of the table that are measured together. */
public interface Measurement {

    /** The rows that it can measure. */
    List<String> rows();

    /** Measures the asked ones of its rows. */
    List<RowResult> measure(Session session, Set<String> asked);
}
