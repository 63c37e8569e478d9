import { config } from 'zod';

/**
 * Parsing without making code from text, which our content policy forbids in browsers (and reports). Import it before anything that has
 * schemas, in what browsers load.
 */
config({ jitless: true });
