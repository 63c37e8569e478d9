import { test as base, expect } from '@playwright/test';

export interface Silence {
  /** Console lines that a test provokes on purpose; all others fail it. */
  allowed: RegExp[];
}

/**
 * A page that must stay quiet: console errors and warnings, uncaught errors, refused loads and breaches of the content
 * security policy fail the test that caused them.
 */
export const test = base.extend<Silence>({
  allowed: [[], { option: true }],
  context: async ({ context, allowed }, use) => {
    const heard: string[] = [];
    const hear = (line: string) => {
      if (!allowed.some((pattern) => pattern.test(line))) heard.push(line);
    };
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) hear(`console ${message.type()}: ${message.text()}`);
    });
    context.on('weberror', (error) => hear(`uncaught: ${error.error().message}`));
    await context.exposeFunction('reportBreach', (line: string) => hear(`policy: ${line}`));
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (breach) => {
        const { reportBreach } = window as unknown as { reportBreach(line: string): void };
        reportBreach(`${breach.violatedDirective} ${breach.blockedURI} ${breach.sample}`);
      });
    });
    await use(context);
    expect(heard, 'the page was not quiet').toEqual([]);
  },
});

export { expect };
