import type { Words } from '../../shared/model/words.js';
import type { guardNl } from './guard-words-nl.js';

/** What the phone's page says of whether it is the published one, in Brazilian Portuguese. */
export const guardPtBr: Words<keyof typeof guardNl> = {
  'guard.title': 'Esta é a página verdadeira?',
  'guard.how':
    'De cada versão desta página publicamos uma lista assinada. Seu celular guarda a página e só mostra o que está nessa lista.',
  'guard.published': 'O que você vê agora é a versão {number}, assinada em {day}.',
  'guard.sample': 'Esta é uma versão de teste: essas o próprio servidor assina.',
  'guard.unknown': 'Agora não sabemos se o servidor ainda entrega a mesma coisa.',
  'guard.not-yet':
    'Na primeira vez, seu celular ainda não tem com o que comparar. A partir da próxima vez, tem.',
  'guard.limits':
    'Isto não impede tudo. Quem tomar o servidor pode pôr outro programa no seu navegador em uma visita posterior, e você nem sempre percebe.',
  'guard.swapped': 'Neste endereço há agora algo diferente do que foi publicado',
  'guard.swapped.do':
    'O que você vê agora ainda é a página publicada. Melhor não abrir de novo, não escreva por enquanto nada que deixe você em dúvida, e pergunte de outra forma a alguém da sua equipe se isto está certo.',
};
