import { mount } from 'svelte';
import { takeInvitation } from './api/fragment.js';
import { Team } from './api/team.svelte.js';
import App from './views/App.svelte';

const target = document.querySelector('#page');
if (target !== null) {
  const invitation = takeInvitation();
  const team = await Team.open();
  mount(App, { target, props: { team, invitation } });
  await team.start();
}
