import type { ReferralKey } from './referral-words.js';
import type { Words } from './words.js';

/** What a card of an organisation says on both pages, in Brazilian Portuguese. */
export const referralPtBr: Words<ReferralKey> = {
  'partner.kind.debt-help': 'Ajuda com dívidas',
  'partner.kind.housing': 'Moradia',
  'partner.kind.addiction-care': 'Ajuda com dependência',
  'partner.kind.legal': 'Ajuda jurídica',
  'partner.kind.work': 'Trabalho e formação',
  'partner.kind.health': 'Saúde',
  'partner.kind.mental-health': 'Ajuda psicológica',
  'partner.kind.safety': 'Segurança e abrigo',
  'partner.kind.language-and-papers': 'Língua e documentos',
  'partner.kind.meeting-people': 'Conhecer pessoas',
  'partner.kind.other': 'Outra coisa',
  'partner.country': 'Para todos os Países Baixos',
  'partner.area': 'Para {places}',
  'partner.area.more': {
    one: 'Para {places} e mais {count} município',
    other: 'Para {places} e mais {count} municípios',
  },
  'partner.weeks.none': 'Sem espera',
  'partner.weeks': {
    one: 'Cerca de {count} semana de espera',
    other: 'Cerca de {count} semanas de espera',
  },
  'partner.weeks.unknown': 'Não se sabe quanto tempo se espera',
  'partner.checked': 'Verificado em {day}',
  'partner.old': 'Verificado em {day}: há mais de 90 dias. Talvez não valha mais.',
  'partner.keep': 'Guardar com meu plano',
  'partner.kept': 'Está com seu plano. Tirar',
};
