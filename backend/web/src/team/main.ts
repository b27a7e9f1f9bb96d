import { mount } from 'svelte';
import { heedInvitations, takeInvitation } from './api/fragment.js';
import { Team } from './api/team.svelte.js';
import App from './views/App.svelte';

const target = document.querySelector('#page');
if (target !== null) {
  const brought = takeInvitation();
  const team = await Team.open();
  team.invitation = takeInvitation() || brought;
  heedInvitations((invitation) => {
    team.invitation = invitation;
  });
  mount(App, { target, props: { team } });
  await team.start().catch(() => {
    team.failed = true;
  });
}
