import { parse, serialize } from 'cookie';
import { newToken } from './token';

/** One random token per browser; seats hang on it. Nobody's account. */
export const deviceCookie = 'device';
const year = 365 * 86_400;

/** The device token that a request carries, if it looks like one of ours. */
export function deviceToken(cookieHeader: string | undefined): string | null {
  const value = cookieHeader ? parse(cookieHeader)[deviceCookie] : undefined;
  return value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null;
}

/** The device's token, and the Set-Cookie header where it had none yet. */
export function ensureDevice(
  cookieHeader: string | undefined,
  secure: boolean,
): { token: string; setCookie: string | null } {
  const known = deviceToken(cookieHeader);
  if (known) return { token: known, setCookie: null };
  const token = newToken();
  return {
    token,
    setCookie: serialize(deviceCookie, token, {
      httpOnly: true,
      sameSite: 'lax',
      secure,
      path: '/',
      maxAge: year,
    }),
  };
}
