import { Stack, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { navigate, useRoute } from '../app/router';
import { PageHeader } from './page-header';

interface Tab {
  readonly id: string;
  readonly label: string;
}

interface TabbedPageProps<All extends readonly [Tab, ...Tab[]]> {
  /** The screen's id: the tab is the next part of its address, so that one comes back to it. */
  readonly screen: string;
  readonly title: string;
  readonly lead: string;
  readonly tabs: All;
  /** Between the head and the tabs. */
  readonly notice?: ReactNode;
  readonly children: (tab: All[number]) => ReactNode;
}

/** A screen of several pages, one of which is shown. */
export function TabbedPage<const All extends readonly [Tab, ...Tab[]]>(props: TabbedPageProps<All>) {
  const { screen, title, lead, tabs, notice, children } = props;
  const { detail } = useRoute();
  const current: All[number] = tabs.find((tab) => tab.id === detail[0]) ?? tabs[0];
  return (
    <Stack gap="md">
      <PageHeader title={title} lead={lead} />
      {notice}
      <Tabs value={current.id} onChange={(tab) => navigate(screen, tab ?? tabs[0].id)} keepMounted={false}>
        <Tabs.List>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab.id} value={tab.id}>
              {tab.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={current.id} pt="md">
          {children(current)}
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
