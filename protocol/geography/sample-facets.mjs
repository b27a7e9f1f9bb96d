// What makes the sample programmes differ, so that every rule of ranking shows somewhere in a demonstration.

const DAY = 1440;
const at = (hour, minute = 0) => 60 * hour + minute;
const daily = (days, from, to) => days.map((day) => [day * DAY + from, day * DAY + to]);
const WORKDAYS = [0, 1, 2, 3, 4];
const WEEKEND = [5, 6];
const sorted = (intervals) => intervals.toSorted(([a], [b]) => a - b);

export const HOURS = {
  office: daily(WORKDAYS, at(9), at(17)),
  longOffice: daily(WORKDAYS, at(8, 30), at(18)),
  evenings: sorted([...daily(WORKDAYS, at(10), at(17)), ...daily([1, 3], at(19), at(22))]),
  late: daily([0, 1, 2, 3, 4], at(12), at(23)),
  weekend: sorted([...daily(WORKDAYS, at(9), at(21)), ...daily(WEEKEND, at(12), at(18))]),
  nights: sorted([...daily([0, 1, 2, 3, 4, 5, 6], at(0), at(2)), ...daily([0, 1, 2, 3, 4, 5, 6], at(14), at(24))]),
  always: [[0, 7 * DAY]],
  fourDays: daily([0, 1, 3, 4], at(9, 30), at(16, 30)),
};

const facets = (hours, promisedMinutes, languages, conditions, capacity, nl, en, weeksWaiting = 0) => ({
  hours, promisedMinutes, languages, conditions, capacity, weeksWaiting, nl, en,
});
const region = { livesOrWorksInRegion: true };

export const FACETS = {
  Alkmaar: facets('office', 480, ['nl', 'en', 'bg'], {}, 'open',
    'Praat met iemand die de buurt en het werk kent. Je houdt zelf de regie.',
    'Talk with somebody who knows the area and the work. You stay in charge.'),
  Almere: facets('longOffice', 240, ['nl', 'en', 'es'], { addiction: 'under-control' }, 'open',
    'Voor een korte vraag of een langer gesprek, online of bij een kop koffie.',
    'For a short question or a longer talk, online or over a coffee.'),
  Amsterdam: facets('weekend', 180, ['nl', 'en', 'es', 'ro', 'bg', 'hu', 'th'], {}, 'waiting-list',
    'Wij spreken veel talen en zijn ook in het weekend bereikbaar.',
    'We speak many languages and can be reached at weekends too.', 3),
  Apeldoorn: facets('evenings', 240, ['nl', 'en', 'pl', 'ro'], {}, 'open',
    'Eén vaste contactpersoon, ook twee avonden in de week. Elke vraag is goed.',
    'One person who stays your contact, two evenings a week as well. Every question is welcome.'),
  Arnhem: facets('office', 480, ['nl', 'en', 'pl'], { addiction: 'treated-first' }, 'open',
    'Over geld, wonen, werk of gewoon even sparren: zeg wat jou bezighoudt.',
    'About money, housing, work or just thinking aloud: say what is on your mind.'),
  Breda: facets('late', 300, ['nl', 'en', 'pl', 'pt-BR'], {}, 'open',
    'Wij zijn er op werkdagen tot elf uur ’s avonds.',
    'We are there until eleven at night on working days.'),
  "'s-Hertogenbosch": facets('office', 480, ['nl', 'en'], { ...region, womenOnly: true }, 'open',
    'Voor vrouwen in de regio. Een gesprek verplicht je tot niets.',
    'For women in the region. A talk commits you to nothing.'),
  Eindhoven: facets('evenings', 360, ['nl', 'en', 'es', 'hu'], {}, 'waiting-list',
    'Praktische hulp bij papieren, verzekering en geld, in jouw tempo.',
    'Practical help with papers, insurance and money, at your own pace.', 6),
  Enschede: facets('fourDays', 960, ['nl', 'en', 'de'], { residenceNeeded: true }, 'open',
    'Een klein team met tijd voor een goed gesprek.',
    'A small team with time for a good talk.'),
  "'s-Gravenhage": facets('weekend', 120, ['nl', 'en', 'es', 'ro', 'bg', 'pl', 'pt-BR'], {}, 'open',
    'Snel antwoord, in veel talen, ook op zaterdag en zondag.',
    'A quick answer in many languages, on Saturdays and Sundays too.'),
  Groningen: facets('nights', 180, ['nl', 'en', 'ro'], {}, 'open',
    'Ook laat op de avond is er iemand die met je meedenkt.',
    'Late at night, too, there is somebody who thinks along with you.'),
  Haarlem: facets('longOffice', 480, ['nl', 'en', 'es'], { mustHaveStopped: true }, 'open',
    'Voor wie met sekswerk is gestopt en met vragen over later zit.',
    'For those who have stopped doing sex work and have questions about later.'),
  Leeuwarden: facets('office', 720, ['nl', 'fy', 'en'], { languageNeeded: true }, 'open',
    'Vertel wat je wilt, in het Nederlands, Fries of Engels.',
    'Tell us what you like, in Dutch, Frisian or English.'),
  Maastricht: facets('evenings', 480, ['nl', 'en', 'es', 'pt-BR', 'fr'], {}, 'open',
    'Aan beide kanten van de grens thuis: wij kennen de regels en denken mee.',
    'At home on both sides of the border: we know the rules and think along.'),
  Nijmegen: facets('fourDays', 480, ['nl', 'en'], { addiction: 'own-field' }, 'open',
    'Voor sekswerkers die over alcohol of drugs willen praten, zonder oordeel.',
    'For sex workers who want to talk about alcohol or drugs, without judgement.'),
  Rotterdam: facets('weekend', 120, ['nl', 'en', 'es', 'ro', 'bg', 'pl', 'pt-BR', 'hu'], {}, 'open',
    'Zeven dagen per week bereikbaar, over alles wat jij belangrijk vindt.',
    'There seven days a week, about everything that matters to you.'),
  Utrecht: facets('evenings', 240, ['nl', 'en', 'ro', 'bg', 'th'], {}, 'open',
    'Voor iedereen die dit werk doet of deed. Jij bepaalt waar het over gaat.',
    'For everybody who does or did this work. You decide what it is about.'),
  Zwolle: facets('office', 480, ['nl', 'en', 'pl'], { ...region, addiction: 'under-control' }, 'closed',
    'Een rustig gesprek over wat er nu speelt, met iemand die niet oordeelt.',
    'A calm talk about what is going on now, with somebody who doesn’t judge.'),
};

export const NATIONAL = facets('always', 1440, ['nl', 'en', 'es', 'ro', 'bg', 'pl', 'pt-BR', 'th', 'hu'], {}, 'open',
  'Voor alle sekswerkers, waar je ook bent en wat je vraag ook is.',
  'For all sex workers, wherever you are and whatever your question is.');
