import type { Words } from '../../shared/model/words.js';
import type { PaperKey } from './paper-words.js';

/** What the page of the paper says, and the paper itself, in Brazilian Portuguese. */
export const paperPtBr: Words<PaperKey> = {
  'paper.lead': 'Seu celular faz um papel do seu plano, em pdf. Isso acontece aqui: nada é enviado.',
  'paper.neutral': 'Não aparece nele o nome de nenhuma organização nem logotipo.',
  'paper.what': 'O que vai nele?',
  'paper.part.areas': 'Como vai?',
  'paper.part.goals': 'Metas',
  'paper.part.phases': 'Onde estou agora',
  'paper.part.appointments': 'Compromissos',
  'paper.part.agreement': 'O que combinamos juntos',
  'paper.top': 'No alto',
  'paper.top.hint': 'Pode ficar em branco. Um nome, por exemplo; só entra o que você digitar aqui.',
  'paper.names': 'No seu plano há o nome de uma organização: {names}. No papel ele vira um traço.',
  'paper.names.leave': 'Deixar esse nome no papel',
  'paper.conflicts': 'Algo no seu plano ainda tem duas versões. No papel vai a mais nova.',
  'paper.make': 'Fazer o papel',
  'paper.nothing': 'Escolha primeiro o que vai nele.',
  'paper.making': 'Seu papel está sendo feito…',
  'paper.ready': {
    one: 'Seu papel está pronto: uma página.',
    other: 'Seu papel está pronto: {count} páginas.',
  },
  'paper.keep': 'Guardar neste celular',
  'paper.share': 'Compartilhar ou imprimir',
  'paper.kept': 'O papel está agora nos seus downloads.',
  'paper.care': 'Quem pegar seu celular ou o papel consegue ler. Apagar tudo nesta página não apaga o papel.',
  'paper.pictured': 'Estas palavras estão nele como imagens, do jeito que seu celular as mostra: {words}',
  'paper.missing': 'Isto não pôde ir para o papel. No lugar há um quadrado vazio: {words}',
  'paper.failed': 'Não deu para fazer o papel. Tente mais uma vez.',
  'paper.file': 'papel',
  'paper.heading': 'Meu plano',
  'paper.heading.appointments': 'Meus compromissos',
  'paper.agreed': 'As duas partes concordam com estas palavras.',
  'paper.not-agreed': 'As duas partes ainda não concordam com estas palavras.',
  'paper.boxes': 'Um quadrado vazio está no lugar de um sinal que não pôde ir para este papel.',
};
