import { useFormatter, useTranslations } from 'next-intl';
import { ActionForm } from '../../_ui/ActionForm';
import { buttonClass } from '../../_ui/buttonClass';
import { SignOutForm } from '../../_ui/SignOutForm';
import { browserIn, systemIn } from './userAgent';

interface SignIn {
  signInId: string;
  userAgent: string | null;
  /** Wall ms. */
  createdAt: number;
}

/** The browsers an account is signed in on, and the ways out. `here` is the one that shows this. */
export function SignIns({ list, here }: { list: SignIn[]; here: string }) {
  const t = useTranslations('account');
  const refusals = { other: t('refused.other') };
  return (
    <section className="mt-12">
      <h2 className="text-xl font-semibold">{t('signIns')}</h2>
      <ul aria-label={t('signIns')} className="mt-4 divide-y divide-line border-y border-line">
        {list.map((signIn) => (
          <li key={signIn.signInId} className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <Browser signIn={signIn} />
            {signIn.signInId === here ? (
              <span className="text-sm font-medium text-desk">{t('here')}</span>
            ) : (
              <ActionForm action="/api/account/sign-out-one" refusals={refusals}>
                <input type="hidden" name="signIn" value={signIn.signInId} />
                <button type="submit" className={buttonClass('plain', 'sm')}>
                  {t('signOut')}
                </button>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-5 flex flex-wrap gap-3">
        {list.length > 1 && (
          <ActionForm action="/api/account/sign-out-others" refusals={refusals}>
            <button type="submit" className={buttonClass('plain')}>
              {t('signOutOthers')}
            </button>
          </ActionForm>
        )}
        <SignOutForm action="/api/account/sign-out-everywhere" refusals={refusals}>
          <button type="submit" className={buttonClass('danger')}>
            {t('signOutEverywhere')}
          </button>
        </SignOutForm>
      </div>
    </section>
  );
}

function Browser({ signIn }: { signIn: SignIn }) {
  const t = useTranslations('account');
  const format = useFormatter();
  const browser = browserIn(signIn.userAgent ?? '');
  const system = systemIn(signIn.userAgent ?? '');
  const at = format.dateTime(signIn.createdAt, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <div className="mr-auto">
      <p>
        {browser && system ? t('browser', { browser, system }) : (browser ?? system ?? t('otherBrowser'))}
      </p>
      <p className="tabular text-sm text-soft">{t('since', { at })}</p>
    </div>
  );
}
