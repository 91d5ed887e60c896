# Completion of quotetrack for bash. Made by `python -m quotetrack.cli.completing`; do not edit.
_quotetrack() {
    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"
    local command="" words="" i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case "${COMP_WORDS[i]}" in
            --db) ((i++)) ;;
            -*) ;;
            *) command="${COMP_WORDS[i]}"; break ;;
        esac
    done
    case "$before" in
        --kind) words='direct mixed indirect'; command=- ;;
        --act) words='speech belief attitude evidence all'; command=- ;;
        --type) words='person organization place document group'; command=- ;;
        --date|--title|--publisher|--url|--db|--speaker|--since|--until|--min-confidence|--limit|-n|--like|--into|--alias|--article|--statement|--as|--statements|--against|--examples) COMPREPLY=(); return ;;
    esac
    case "$command" in
        "") words="add extract who timeline search show speakers articles export review merge split rename alias attribute reject undo decisions reanalyse remove path verify backup eval completion --db --no-color -V --version -h --help" ;;
        add) [[ $word == -* ]] && words="--date --title --publisher --url --db -h --help" ;;
        extract) [[ $word == -* ]] && words="--date --title --publisher --url --json --jsonl --csv --tsv --md --no-color --pager --no-pager -h --help" ;;
        who) [[ $word == -* ]] && words="--speaker --since --until --kind --act --publisher --min-confidence -n --limit --json --jsonl --csv --tsv --md --no-color --pager --no-pager --db -h --help" ;;
        timeline) [[ $word == -* ]] && words="--speaker --since --until --kind --act --publisher --min-confidence -n --limit --json --jsonl --csv --tsv --md --no-color --pager --no-pager --db -h --help" ;;
        search) [[ $word == -* ]] && words="--speaker --since --until --kind --act --publisher --min-confidence -n --limit --json --jsonl --csv --tsv --md --no-color --pager --no-pager --db -h --help" ;;
        show) [[ $word == -* ]] && words="--json --jsonl --csv --tsv --md --no-color --pager --no-pager -a --article --db -h --help" ;;
        speakers) words="export import --like --suggest -n --limit --json --jsonl --csv --tsv --md --no-color --pager --no-pager --db -h --help" ;;
        articles) [[ $word == -* ]] && words="--since --until --publisher -n --limit --json --jsonl --csv --tsv --md --no-color --pager --no-pager --db -h --help" ;;
        export) [[ $word == -* ]] && words="--speaker --since --until --kind --act --publisher --min-confidence -n --limit --json --jsonl --csv --tsv --md --no-color --pager --no-pager --db -h --help" ;;
        review) [[ $word == -* ]] && words="--speaker --since --until --kind --act --publisher --min-confidence -n --limit --db -h --help" ;;
        merge) [[ $word == -* ]] && words="--into --db -h --help" ;;
        split) [[ $word == -* ]] && words="--alias --article --statement --as --db -h --help" ;;
        rename) [[ $word == -* ]] && words="--db -h --help" ;;
        alias) [[ $word == -* ]] && words="--db -h --help" ;;
        attribute) [[ $word == -* ]] && words="--nobody --new --type --db -h --help" ;;
        reject) [[ $word == -* ]] && words="--restore --db -h --help" ;;
        undo) [[ $word == -* ]] && words="--db -h --help" ;;
        decisions) words="export import -n --limit --json --jsonl --csv --tsv --md --no-color --pager --no-pager --db -h --help" ;;
        reanalyse) [[ $word == -* ]] && words="--all --db -h --help" ;;
        remove) [[ $word == -* ]] && words="-y --yes --db -h --help" ;;
        path) [[ $word == -* ]] && words="--db -h --help" ;;
        verify) [[ $word == -* ]] && words="--db -h --help" ;;
        backup) [[ $word == -* ]] && words="--db -h --help" ;;
        eval) [[ $word == -* ]] && words="--statements --against --errors --examples --calibration --json --jsonl --csv --tsv --md --no-color --pager --no-pager -h --help" ;;
        completion) words="bash zsh fish -h --help" ;;
    esac
    COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _quotetrack quotetrack
