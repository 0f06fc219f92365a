/** What tests and the smoke start wait for, on the root element: `data-app-state`. */
export type AppState = 'loading' | 'loaded' | 'error';

export function showAppState(state: AppState): void {
  document.documentElement.dataset['appState'] = state;
}
