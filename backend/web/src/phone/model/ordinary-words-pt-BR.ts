import type { OrdinaryKey } from './ordinary-words.js';

/** What the ordinary list says that the second code opens, in Brazilian Portuguese. */
export const ordinaryPtBr: Readonly<Record<OrdinaryKey, string>> = {
  'ordinary.note': 'Minhas notas',
  'ordinary.weather': 'Meu diário do clima',
  'ordinary.recipes': 'Minhas receitas',
  'ordinary.calendar': 'Meus compromissos',
  'ordinary.empty': 'Ainda não há nada aqui.',
  'ordinary.new': 'Adicionar',
  'ordinary.day': 'Dia',
  'ordinary.title': 'Título',
  'ordinary.text': 'Texto',
  'ordinary.save': 'Salvar',
  'ordinary.delete': 'Apagar',
  'ordinary.failed': 'Não foi salvo. Tente de novo.',
};
