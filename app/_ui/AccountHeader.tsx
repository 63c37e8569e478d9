import { useTranslations } from 'next-intl';
import { buttonClass } from './buttonClass';
import { Mark } from './Mark';
import { SignOutForm } from './SignOutForm';

/** The top of every page for somebody who is signed in: where one can go, who one is, and the way out. `frame`: as wide as what is below. */
export function AccountHeader({
  name,
  admin,
  frame = 'max-w-6xl px-5',
}: {
  name: string;
  admin: boolean;
  frame?: string;
}) {
  const t = useTranslations('site');
  const library = useTranslations('library');
  return (
    <header className={`mx-auto flex w-full flex-wrap items-center gap-x-5 gap-y-1 py-4 ${frame}`}>
      <a
        href="/"
        className="mr-auto flex items-center gap-2.5 rounded text-lg font-semibold tracking-tight"
        aria-label={t('home')}
      >
        <Mark />
        {t('name')}
      </a>
      <nav aria-label={t('nav')} className="-ml-2.5 flex flex-wrap items-center gap-x-1 sm:ml-0">
        <a href="/facilitate" className={buttonClass('quiet', 'sm')}>
          {t('sessions')}
        </a>
        <a href="/library" className={buttonClass('quiet', 'sm')}>
          {library('nav')}
        </a>
        {admin && (
          <a href="/admin" className={buttonClass('quiet', 'sm')}>
            {t('admin')}
          </a>
        )}
        <a href="/account" className={buttonClass('quiet', 'sm', 'max-w-48')}>
          <span className="truncate">{name}</span>
        </a>
      </nav>
      <SignOutForm
        action="/api/account/sign-out"
        refusals={{ other: t('failed') }}
        className="-ml-2.5 sm:ml-0"
      >
        <button type="submit" className={buttonClass('quiet', 'sm')}>
          {t('signOut')}
        </button>
      </SignOutForm>
    </header>
  );
}
