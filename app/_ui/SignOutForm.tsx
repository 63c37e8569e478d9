'use client';

import type { ReactNode } from 'react';
import { ActionForm, type Refusals } from './ActionForm';
import { forgetTabDrafts } from './tabDrafts';

/** A way out of an account on this browser: what was written under it stays in this tab no longer. */
export function SignOutForm({
  action,
  refusals,
  className,
  children,
}: {
  action: '/api/account/sign-out' | '/api/account/sign-out-everywhere';
  refusals: Refusals;
  className?: string;
  children: ReactNode;
}) {
  return (
    <ActionForm
      action={action}
      refusals={refusals}
      onGo={forgetTabDrafts}
      {...(className !== undefined && { className })}
    >
      {children}
    </ActionForm>
  );
}
