import { useTranslations } from 'next-intl';
import { ActionForm } from '../../_ui/ActionForm';
import { buttonClass } from '../../_ui/buttonClass';
import { LinkMaker } from '../../_ui/LinkMaker';

interface User {
  accountId: string;
  email: string;
  name: string;
  role: 'admin' | 'facilitator';
  deactivatedAt: number | null;
}

/** Everybody with an account, and what can be changed of each; of oneself by another admin, against slips. */
export function Users({ users, me }: { users: User[]; me: string }) {
  const t = useTranslations('admin');
  return (
    <section className="mt-12">
      <h2 className="text-xl font-semibold">{t('users')}</h2>
      <ul aria-label={t('users')} className="mt-4 divide-y divide-line border-y border-line">
        {users.map((user) => (
          <li
            key={user.accountId}
            className="grid gap-x-6 gap-y-2 py-3 lg:grid-cols-[1fr_auto] lg:items-center"
          >
            <div className="min-w-0">
              <p className="font-medium break-words">
                {user.accountId === me ? t('you', { name: user.name }) : user.name}
              </p>
              <p className="text-sm text-soft break-words">{t(stateOf(user), { email: user.email })}</p>
            </div>
            {user.accountId !== me && <UserActions user={user} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

const stateOf = ({ role, deactivatedAt }: User) =>
  deactivatedAt === null ? (`state.${role}` as const) : 'state.deactivated';

function UserActions({ user }: { user: User }) {
  const t = useTranslations('admin');
  const refusals = { lastAdmin: t('lastAdmin'), other: t('failed') };
  const active = user.deactivatedAt === null;
  const other = user.role === 'admin' ? 'facilitator' : 'admin';
  const named = { name: user.name };
  return (
    <div className="flex flex-wrap items-start gap-2 lg:justify-end">
      {active && (
        <LinkMaker
          action="/api/admin/reset"
          texts={{ link: t('link'), copy: t('copy'), copied: t('copied'), note: t('linkNote') }}
          refusals={refusals}
        >
          <Change user={user} label={t('reset')} name={t('resetNamed', named)} />
        </LinkMaker>
      )}
      {active && (
        <ActionForm action="/api/admin/user" refusals={refusals}>
          <input type="hidden" name="role" value={other} />
          <Change user={user} label={t(`make.${other}`)} name={t(`makeNamed.${other}`, named)} />
        </ActionForm>
      )}
      <ActionForm action="/api/admin/user" refusals={refusals}>
        <input type="hidden" name="active" value={active ? 'no' : 'yes'} />
        <Change
          user={user}
          label={t(active ? 'deactivate' : 'activate')}
          name={t(active ? 'deactivateNamed' : 'activateNamed', named)}
          danger={active}
        />
      </ActionForm>
    </div>
  );
}

function Change({
  user,
  label,
  name,
  danger = false,
}: {
  user: User;
  label: string;
  name: string;
  danger?: boolean;
}) {
  return (
    <>
      <input type="hidden" name="account" value={user.accountId} />
      <button type="submit" aria-label={name} className={buttonClass(danger ? 'danger' : 'plain', 'sm')}>
        {label}
      </button>
    </>
  );
}
