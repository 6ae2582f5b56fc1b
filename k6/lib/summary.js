// What a run prints at its end, and the same as JSON.

const FILE = __ENV.SUMMARY;
const HIDDEN =
  /^(data_|group_|http_req_(blocked|connecting|receiving|sending|tls|waiting)|vus|iteration_|compared)|expected_resp/;
/** Says something by its threshold only. */
const JUDGED = /^(winners|admitted_users)_|_not_(stored|told)$/;

/** For `export const handleSummary = summary('name')`. Writes to SUMMARY, else to k6-name.json where k6 was started. */
export function summary(name) {
  return (data) => {
    const metrics = Object.keys(data.metrics).sort().filter((metric) =>
      !HIDDEN.test(metric) && (data.metrics[metric].thresholds || !JUDGED.test(metric)));
    const failed = [];
    const lines = metrics.map((metric) => {
      const { values, thresholds = {} } = data.metrics[metric];
      const wrong = Object.keys(thresholds).filter((threshold) => !thresholds[threshold].ok);
      wrong.forEach((threshold) => failed.push(`${metric} ${threshold}`));
      const judged = wrong.length ? `FAILED ${wrong}` : Object.keys(thresholds).map((rule) => `ok ${rule}`).join(', ');
      return `  ${metric.padEnd(55)} ${numbers(values).padEnd(44)} ${judged}`.trimEnd();
    });
    if (!data.metrics.compared) {
      failed.push('nothing was compared with the server: setup() or teardown() broke off');
    }
    const verdict = failed.length ? `${name}: FAILED\n  ${failed.join('\n  ')}` : `${name}: passed`;
    const passed = failed.length === 0;
    const record = { name, passed, failed, millis: data.state.testRunDurationMs, metrics: data.metrics };
    return {
      stdout: `\n${lines.join('\n')}\n\n${verdict}\n`,
      [FILE || `k6-${name}.json`]: JSON.stringify(record, null, 2),
    };
  };
}

/** Which values a summary has of a time. */
export const STATS = ['med', 'p(95)', 'p(99)', 'max'];

function numbers(values) {
  if ('p(99)' in values) {
    return STATS.map((stat) => `${stat} ${short(values[stat])}`).join('  ');
  }
  if ('passes' in values) {
    return `${(100 * values.rate).toFixed(2)} %  (${values.passes} of ${values.passes + values.fails})`;
  }
  return 'count' in values ? `${values.count}  (${short(values.rate)}/s)` : short(values.value);
}

function short(number) {
  return number >= 100 || Number.isInteger(number) ? number.toFixed(0) : number.toFixed(1);
}
