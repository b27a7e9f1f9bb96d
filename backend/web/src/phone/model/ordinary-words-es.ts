import type { OrdinaryKey } from './ordinary-words.js';

/** What the ordinary list says that the second code opens, in Spanish. */
export const ordinaryEs: Readonly<Record<OrdinaryKey, string>> = {
  'ordinary.note': 'Mis notas',
  'ordinary.weather': 'Mi diario del tiempo',
  'ordinary.recipes': 'Mis recetas',
  'ordinary.calendar': 'Mis citas',
  'ordinary.empty': 'Aquí todavía no hay nada.',
  'ordinary.new': 'Añadir',
  'ordinary.day': 'Día',
  'ordinary.title': 'Título',
  'ordinary.text': 'Texto',
  'ordinary.save': 'Guardar',
  'ordinary.delete': 'Borrar',
  'ordinary.failed': 'No se ha guardado. Inténtalo otra vez.',
};
