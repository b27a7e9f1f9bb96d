import type { ReferralKey } from './referral-words.js';
import type { Words } from './words.js';

/** What a card of an organisation says on both pages, in Spanish. */
export const referralEs: Words<ReferralKey> = {
  'partner.kind.debt-help': 'Ayuda con deudas',
  'partner.kind.housing': 'Vivienda',
  'partner.kind.addiction-care': 'Ayuda con adicciones',
  'partner.kind.legal': 'Ayuda legal',
  'partner.kind.work': 'Trabajo y formación',
  'partner.kind.health': 'Salud',
  'partner.kind.mental-health': 'Ayuda psicológica',
  'partner.kind.safety': 'Seguridad y refugio',
  'partner.kind.language-and-papers': 'Idioma y papeles',
  'partner.kind.meeting-people': 'Conocer gente',
  'partner.kind.other': 'Otra cosa',
  'partner.country': 'Para todos los Países Bajos',
  'partner.area': 'Para {places}',
  'partner.area.more': {
    one: 'Para {places} y {count} municipio más',
    other: 'Para {places} y {count} municipios más',
  },
  'partner.weeks.none': 'Sin espera',
  'partner.weeks': {
    one: 'Más o menos {count} semana de espera',
    other: 'Más o menos {count} semanas de espera',
  },
  'partner.weeks.unknown': 'No se sabe cuánto hay que esperar',
  'partner.checked': 'Comprobado el {day}',
  'partner.old': 'Comprobado el {day}: hace más de 90 días. Quizá ya no sea así.',
  'partner.keep': 'Guardar con mi plan',
  'partner.kept': 'Está con tu plan. Quitar',
};
