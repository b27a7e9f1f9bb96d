import { mount } from 'svelte';
import { heedFragments, takeFragment } from '../shared/api/fragment.js';
import { Team } from './api/team.svelte.js';
import App from './views/App.svelte';

const target = document.querySelector('#page');
if (target !== null) {
  const brought = takeFragment();
  const team = await Team.open();
  team.invitation = takeFragment() || brought;
  heedFragments((invitation) => {
    team.invitation = invitation;
  });
  mount(App, { target, props: { team } });
  await team.start().catch(() => {
    team.failed = true;
  });
}
