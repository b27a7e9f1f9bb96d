import type { Words } from '../../shared/model/words.js';
import type { accessNl } from './access-words-nl.js';

/** What is said of who can use the page and who can't yet, in Brazilian Portuguese. */
export const accessPtBr: Words<keyof typeof accessNl> = {
  'access.title': 'Acessibilidade',
  'access.lead':
    'Esta página é para todo mundo. Também se você usa um leitor de tela, só o teclado ou letras grandes.',
  'access.far': 'Até onde chegamos',
  'access.far.goal':
    'Queremos cumprir a norma WCAG 2.2, nível AA. Uma parte foi verificada. Por isso não podemos dizer que a página cumpre tudo.',
  'access.checked': 'O que foi verificado',
  'access.checked.how': 'Um computador faz isto a cada nova versão, no navegador Chromium:',
  'access.checked.axe':
    'Cada tela, nos oito idiomas, com o programa axe. Agora ele não encontra falhas. Um programa assim vê só uma parte dos problemas.',
  'access.checked.keyboard':
    'Enviar uma mensagem, mudar um ajuste, escolher um código e abrir com ele, e sair rápido: só com o teclado.',
  'access.checked.colours': 'Se as cores se diferenciam bem, no claro e no escuro.',
  'access.checked.size': 'Se tudo cabe numa tela pequena, e com letras duas vezes maiores.',
  'access.checked.motion': 'Se nada se mexe quando isso está desligado no seu celular.',
  'access.not': 'O que ainda não está bom',
  'access.not.outside':
    'Ninguém de fora testou a página. E nenhuma pessoa com deficiência a experimentou para nós ainda.',
  'access.not.readers':
    'Nada foi experimentado com um leitor de tela de verdade, como TalkBack ou VoiceOver. Nem no Safari e no Firefox.',
  'access.not.code':
    'Quando você digita um código, um leitor de tela pode dizer em voz alta o que você digita. Use fones, ou não escolha um código com alguém por perto.',
  'access.not.lock':
    'Com um código, a página se tranca depois de um minuto em segundo plano. Esse minuto não pode ser maior. O que você escreveu fica.',
  'access.not.escape': 'Apertar Escape duas vezes rápido fecha a página. Isso não dá para desligar.',
  'access.not.paper':
    'Seu plano no papel (pdf) não é feito para um leitor de tela. As palavras em tailandês são imagens ali.',
  'access.not.languages':
    'O que as equipes contam sobre si, e as doze palavras, estão só em holandês e em inglês.',
  'access.tell': 'Tem algo que você não consegue usar?',
  'access.tell.how':
    'Escreva isso numa mensagem para a equipe: em que tela foi e o que você usa. Não precisa dizer quem você é.',
  'access.tell.team': 'Peça à equipe que passe isso a quem faz esta página.',
  'access.tell.other': 'Não consegue escrever? Alguém da sua confiança pode fazer isso por você.',
  'access.on': 'Escrito em {day}.',
};
