/** What comes after the first screen, in one part that is loaded while she reads that one. */
export { offersOf } from '../model/offers.js';
export { default as Onward } from '../views/Onward.svelte';
export { loadPlaces } from './places.js';
