import type { Author } from '../catalog/authoring';
import type { CallByAccount } from './accountRoute';

/** The page from which scenarios are looked after. */
export const library = '/library';

/** Whoever is signed in, as an author. */
export const authorOf = ({ me }: CallByAccount): Author => ({ role: me.role, accountId: me.accountId });
