import '../support/serveProcess';
import { wallNow } from './clock';

/** The real server as a process of its own, which also tells its time. */
process.on('message', () => process.send?.({ time: wallNow() }));
