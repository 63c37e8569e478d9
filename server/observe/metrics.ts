import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** Real ms between the moment something was due and the moment it was stored and shown. */
  late(ms: number): void;
  refused(code: string): void;
  watch(read: { sockets: () => number; runs: () => number }): void;
  /** Text in the Prometheus exposition format, and its content type. */
  page(): Promise<{ type: string; text: string }>;
}

const buckets = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const lateness = new Histogram({
    name: 'meanwhile_lateness_ms',
    help: 'From due to stored and shown, real ms',
    buckets,
    registers,
  });
  const refusals = new Counter({
    name: 'meanwhile_refusals_total',
    help: 'Refused commands by code',
    labelNames: ['code'],
    registers,
  });
  return {
    late: (ms) => lateness.observe(Math.max(0, ms)),
    refused: (code) => refusals.inc({ code }),
    watch(read) {
      gauge('meanwhile_sockets', 'Sockets connected', read.sockets, registers);
      gauge('meanwhile_runs_loaded', 'Runs in memory', read.runs, registers);
    },
    page: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

function gauge(name: string, help: string, read: () => number, registers: Registry[]): void {
  new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(read());
    },
  });
}
