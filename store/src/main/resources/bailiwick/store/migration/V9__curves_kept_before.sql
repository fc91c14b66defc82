-- Before jobs had attachments, a trade-off curve stood whole in the result of its job, and as null in all others.
UPDATE job
SET attachment = CASE WHEN json_typeof(result -> 'curve') = 'object' THEN result -> 'curve' END,
    result = ((result::jsonb - 'curve')
        || jsonb_build_object('tradeOff', result -> 'curve' -> 'curve'))::json
WHERE result -> 'curve' IS NOT NULL;
