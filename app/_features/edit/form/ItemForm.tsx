'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { type FieldValues, FormProvider, type UseFormReturn, useForm } from 'react-hook-form';
import { useShallow } from 'zustand/shallow';
import type { Draft } from '@/core/contract/draft';
import { useDraft, useEditing } from '../editorContext';
import { draftOf, edit } from '../editorStore';
import { partAt, setAt } from '../model/change';
import type { Path } from '../model/faults';

const Place = createContext<Path>([]);
/** The path of a field of the form one is in. */
export const usePath = (name: string): Path => [...useContext(Place), ...keysOf(name)];

const keysOf = (name: string): Path => name.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));

/**
 * The form of one part of the document, by its schema in the contract. The document is the truth: what is typed goes into it field by
 * field, and what comes to it otherwise (undo, another window) goes back into the fields, which keep the focus. Fields are
 * uncontrolled, so that typing draws nothing anew: what it takes along of the document when it begins is no subscription. `name` says
 * what it is a form of, over changes of its place in a list.
 */
export function ItemForm({
  at,
  name,
  schema,
  only,
  along,
  children,
}: {
  at: Path;
  name: string;
  schema: Parameters<typeof zodResolver<FieldValues, unknown, FieldValues>>[0];
  /** The parts of it that this form is about, where it is about a few of many. */
  only?: readonly string[];
  /** What else of the document follows when a field is written in. */
  along?: (before: Draft, made: Draft) => Draft;
  children: ReactNode;
}) {
  const { store } = useEditing();
  const [begun] = useState(() => {
    const whole = fieldsOf(partAt(draftOf(store.getState()), at));
    return only ? Object.fromEntries(only.map((key) => [key, whole[key]])) : whole;
  });
  const form = useForm<FieldValues>({
    defaultValues: begun,
    resolver: zodResolver(schema),
    mode: 'onChange',
    shouldFocusError: false,
  });
  const place = useRef(at);
  place.current = at;
  const follow = useRef(along);
  follow.current = along;
  const following = useRef(false);
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values, name: field }) => {
          if (field === undefined || following.current) return;
          const keys = keysOf(field);
          const write = (d: Draft) => {
            const made = setAt(d, [...place.current, ...keys], partAt(values, keys));
            return follow.current?.(d, made) ?? made;
          };
          edit(store, write, `${name}/${field}`);
          if (!follow.current) return;
          // Put in one by one: a form that is reset takes no keys until it is drawn again.
          following.current = true;
          const now = fieldsOf(partAt(draftOf(store.getState()), place.current));
          for (const [key, value] of Object.entries(now))
            if (JSON.stringify(form.getValues(key)) !== JSON.stringify(value)) form.setValue(key, value);
          following.current = false;
        },
      }),
    [form, store, name],
  );
  return (
    <FormProvider {...form}>
      <Follow form={form} at={at} only={only} />
      <Place value={at}>{children}</Place>
    </FormProvider>
  );
}

/** Brings what comes to the document otherwise into the fields. Apart, so that the form is not drawn with every key. */
function Follow({
  form,
  at,
  only,
}: {
  form: UseFormReturn<FieldValues>;
  at: Path;
  only: readonly string[] | undefined;
}) {
  const whole = useDraft((d) => (only ? none : fieldsOf(partAt(d, at))));
  const parts = useDraft(useShallow((d) => (only ?? []).map((key) => partAt(d, [...at, key]))));
  useEffect(() => {
    const item = only ? Object.fromEntries(only.map((key, i) => [key, parts[i]])) : whole;
    if (JSON.stringify(form.getValues()) !== JSON.stringify(item)) form.reset(item);
  }, [form, only, parts, whole]);
  return null;
}

const none: FieldValues = {};

const fieldsOf = (part: unknown): FieldValues =>
  typeof part === 'object' && part !== null ? (part as FieldValues) : none;
