import type { Words } from '../../shared/model/words.js';
import type { aboutNl } from './about-words-nl.js';

/** What is said of the words themselves, in Brazilian Portuguese. */
export const aboutPtBr: Words<keyof typeof aboutNl> = {
  'about.made': 'As palavras desta página foram traduzidas do holandês por um programa de computador.',
  'about.unreviewed':
    'Ninguém que faz trabalho sexual, ou que o conhece bem, revisou as palavras ainda. Algo pode soar estranho.',
  'about.reviewed': 'Revisadas por: {names}.',
  'about.doubt':
    'Alguma frase não ficou clara? No alto dá para escolher outro idioma. Lá deve estar escrito o mesmo. Você também pode perguntar à equipe.',
  'about.messages':
    'As mensagens não são traduzidas: a equipe lê o que você escreve. O que as equipes contam sobre si está só em holandês e em inglês.',
};
